package engine

var url = []Entry{}
