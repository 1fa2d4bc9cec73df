/**
 * The ring with its stages, built in one class and fed from a recording or a journal. Knows the
 * order of the stages; decides nothing itself.
 */
@NullMarked
package io.walkout.node.pipeline;

import org.jspecify.annotations.NullMarked;
