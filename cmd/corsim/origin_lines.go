package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/corsim/corsim/origin"
)

// A urlRecord is a URL as the URL interface shows it.
type urlRecord struct {
	Href     string `json:"href"`
	Origin   string `json:"origin"`
	Protocol string `json:"protocol"`
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
	Hostname string `json:"hostname"`
	Port     string `json:"port"`
	Pathname string `json:"pathname"`
	Search   string `json:"search"`
	Hash     string `json:"hash"`
}

// failure is what stands in the place of a record.
type failure struct {
	Failure bool `json:"failure"`
}

// originLines answers each line with a line. It writes as soon as there is nothing more to read, so that a program
// at the other end can ask one question after the other.
func originLines(in io.Reader, out io.Writer) error {
	reader, writer := bufio.NewReader(in), bufio.NewWriter(out)
	for n := 1; ; n++ {
		line, readErr := reader.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			answer, err := answerLine(line)
			if err != nil {
				return errors.Join(writer.Flush(), fmt.Errorf("standard input, line %d: %w", n, err))
			}
			if err := writeJSON(writer, answer); err != nil {
				return err
			}
		}
		if reader.Buffered() == 0 || readErr != nil {
			if err := writer.Flush(); err != nil {
				return err
			}
		}
		if readErr == io.EOF {
			return nil
		}
		if readErr != nil {
			return readErr
		}
	}
}

// answerLine parses the URL that a line asks for. A lone surrogate of the input is U+FFFD.
func answerLine(line []byte) (any, error) {
	var question struct {
		Input *string `json:"input"`
		Base  *string `json:"base"`
	}
	err := json.Unmarshal(line, &question)
	var mistyped *json.UnmarshalTypeError
	switch {
	case errors.As(err, &mistyped) && mistyped.Field != "":
		return nil, fmt.Errorf("the member %q is of type %s; a string belongs there", mistyped.Field, mistyped.Value)
	case mistyped != nil:
		return nil, fmt.Errorf(`no object {"input": "...", "base": "..."}; it is of type %s`, mistyped.Value)
	case err != nil:
		return nil, fmt.Errorf(`no object {"input": "...", "base": "..."}: %w`, err)
	}
	if question.Input == nil {
		return nil, errors.New(`the member "input" is missing, or null`)
	}
	var base origin.URL
	if question.Base != nil {
		parsed, err := origin.Parse(*question.Base)
		if err != nil {
			return failure{true}, nil
		}
		base = parsed
	}
	url, err := base.Parse(*question.Input)
	if err != nil {
		return failure{true}, nil
	}
	var mint origin.Mint
	return urlRecord{
		Href: url.Href(), Origin: url.Origin(&mint).String(), Protocol: url.Protocol(),
		Username: url.Username(), Password: url.Password(), Host: url.Host(), Hostname: url.Hostname(),
		Port: url.Port(), Pathname: url.Pathname(), Search: url.Search(), Hash: url.Hash(),
	}, nil
}
