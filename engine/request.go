package engine

var request = []Entry{}
