/**
 * The store as files: one YAML file, catalogue and planogram as CSV. Reads with every error at
 * once, each with file, line and field; writes what it reads.
 */
@NullMarked
package io.walkout.ingest.storefile;

import org.jspecify.annotations.NullMarked;
