package engine

var redirect = []Entry{}
