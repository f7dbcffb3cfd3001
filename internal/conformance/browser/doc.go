// Package browser records what a real browser does with scenarios: it starts the browser without a window, serves the
// scenarios' pages and answers on the loopback interface, and writes down what script observed and what the server
// saw.
//
// [Record] records scenarios. Chromium is driven by the DevTools protocol, Firefox by Marionette's; WebKitGTK's
// MiniBrowser has no driver, and every page that it shows asks the server for the next address.
//
// Nothing leaves the loopback interface: all names resolve to 127.0.0.1 in the browser that was started. For
// MiniBrowser that takes lines in /etc/hosts, and so the rights of root.
package browser
