/**
 * The running program: command line, wiring of the pipeline, reports. Decides nothing about people,
 * goods or money itself.
 */
@NullMarked
package io.walkout.node;

import org.jspecify.annotations.NullMarked;
