package engine

var content = []Entry{}
