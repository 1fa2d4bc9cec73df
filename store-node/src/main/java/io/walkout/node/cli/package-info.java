/**
 * The commands of docs/using: arguments in, exit code and plain text out. No work is done here that
 * another room could do.
 */
@NullMarked
package io.walkout.node.cli;

import org.jspecify.annotations.NullMarked;
