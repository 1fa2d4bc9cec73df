/**
 * A recording, and what was decided of it, as an MCAP file for the field's viewers. Knows files
 * only: it decides nothing, and nothing here is read back.
 */
@NullMarked
package io.walkout.node.mcap;

import org.jspecify.annotations.NullMarked;
