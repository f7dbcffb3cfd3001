package engine

var isolation = []Entry{}
