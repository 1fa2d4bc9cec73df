/**
 * What a run leaves behind and shows while it runs: events.jsonl, summary.json, progress. Reads
 * results, never changes them.
 */
@NullMarked
package io.walkout.node.report;

import org.jspecify.annotations.NullMarked;
