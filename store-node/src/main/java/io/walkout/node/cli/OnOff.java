package io.walkout.node.cli;

/** An option that is on or off. */
enum OnOff {
  ON,
  OFF
}
