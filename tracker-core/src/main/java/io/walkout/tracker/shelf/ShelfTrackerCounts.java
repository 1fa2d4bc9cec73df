package io.walkout.tracker.shelf;

/**
 * What the shelf tracker met, for the summary of a run.
 *
 * @param blocks plate blocks taken in
 * @param blocksBack blocks dropped because they repeat, lie before or overlap one already seen
 * @param blocksHeld blocks dropped because their clock was unproven: the first of a gondola, and
 *     any that jumps ahead by more than the policy's silence
 * @param blocksUnknown blocks dropped because the layout has no such gondola or the block no
 *     samples
 * @param gaps times that a gondola's blocks were missing for more than a bin
 * @param platesLost times that a plate stopped giving numbers
 * @param platesStuck times that a plate jumped to a value that never changes
 * @param changes changes announced
 * @param movementsWithoutChange movements that came to rest and were judged to be no change
 * @param movementsForgotten movements that never came to rest; their plates start afresh
 */
public record ShelfTrackerCounts(
    long blocks,
    long blocksBack,
    long blocksHeld,
    long blocksUnknown,
    long gaps,
    long platesLost,
    long platesStuck,
    long changes,
    long movementsWithoutChange,
    long movementsForgotten) {}
