/**
 * The rules of the house as tests: which room may use which, what deciders may not touch, and what
 * the tree must look like. Reads the whole repository; knows nothing of what the program does.
 */
@NullMarked
package io.walkout.node.house;

import org.jspecify.annotations.NullMarked;
