/**
 * What reviewers and shoppers are shown, and how reviewers' answers reach a run's results: who was
 * near a shelf change, which seconds of which video show it, and the files that say so. Decides
 * nothing, and must not know how anything was decided.
 */
@NullMarked
package io.walkout.node.review;

import org.jspecify.annotations.NullMarked;
