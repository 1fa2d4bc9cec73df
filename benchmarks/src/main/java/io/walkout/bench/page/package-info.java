/**
 * Reports as one self-contained HTML file: figures, charts, tables, commands. Knows how a report
 * looks and nothing of what it is about.
 */
@NullMarked
package io.walkout.bench.page;

import org.jspecify.annotations.NullMarked;
