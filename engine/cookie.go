package engine

var cookie = []Entry{}
