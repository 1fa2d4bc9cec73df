/**
 * The decision journal: every event the deciders saw, as they saw it, so that their decisions can
 * be had again byte for byte. Knows nothing of the decisions.
 */
@NullMarked
package io.walkout.ingest.journal;

import org.jspecify.annotations.NullMarked;
