/** Specifications of billing, against real SQLite files. */
@NullMarked
package io.walkout.billing;

import org.jspecify.annotations.NullMarked;
