package io.walkout.tracker.shelf;

import java.util.List;

/**
 * What the shelf tracker met, for the summary of a run.
 *
 * @param blocks plate blocks taken in
 * @param blocksBack blocks dropped because they repeat, lie before or overlap one already seen
 * @param blocksHeld blocks dropped because no other proved their clock: a first one, or one that
 *     jumped ahead by more than the policy's silence, from which none carried on
 * @param blocksReordered blocks that came after a later one and were put in their place
 * @param blocksUnknown blocks dropped because the layout has no such gondola, or the block no
 *     samples or a length that can't be
 * @param gaps times that a gondola's blocks were missing for more than a bin
 * @param platesLost times that a plate stopped giving numbers
 * @param platesStuck times that a plate jumped to a value that never changes
 * @param changes changes announced
 * @param movementsWithoutChange movements that came to rest and were judged to be no change
 * @param movementsForgotten movements that never came to rest; their plates start afresh
 * @param stepsWithheld plates that came back from a loss elsewhere and made no change of it: too
 *     far, at zero, too many at once, or too late
 * @param gondolasSilent gondolas that at some time had sent nothing for longer than the policy's
 *     silence while others, or event time, went on
 * @param gondolasNeverSeen gondolas of the layout of which no block ever came
 * @param platesErratic times that a plate's numbers were found to mean nothing
 * @param plateTroubles what was found wrong with plates, by name, as {@link
 *     io.walkout.store.shelf.PlateTrouble} says it
 * @param driftsFollowed times that the zero of a plate was found to wander at a rate, or another
 *     one, and was followed
 * @param shelfStates shelves that can't tell all at the end, as "sum only 2/3"
 */
public record ShelfTrackerCounts(
    long blocks,
    long blocksBack,
    long blocksHeld,
    long blocksReordered,
    long blocksUnknown,
    long gaps,
    long platesLost,
    long platesStuck,
    long changes,
    long movementsWithoutChange,
    long movementsForgotten,
    long stepsWithheld,
    long gondolasSilent,
    long gondolasNeverSeen,
    long platesErratic,
    List<String> plateTroubles,
    long driftsFollowed,
    List<String> shelfStates) {
  /** Copies the list. */
  public ShelfTrackerCounts {
    plateTroubles = List.copyOf(plateTroubles);
    shelfStates = List.copyOf(shelfStates);
  }
}
