package engine

var cache = []Entry{}
