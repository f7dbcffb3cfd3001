package engine

var referrer = []Entry{}
