/**
 * The ring's slots and what fills them: sources, frames and their pool. Everything the deciders see
 * passes here; nothing here decides anything.
 */
@NullMarked
package io.walkout.ingest.ring;

import org.jspecify.annotations.NullMarked;
