package io.walkout.tracker.attend;

/** What was done for one camera. Written by its thread; read by others after the run. */
public final class AttentionCounts {
  /** Pictures that came. */
  public long pictures;

  /** Pictures that were searched. */
  public long searches;

  /** Boxes carried on without a search. */
  public long carriedBoxes;

  /** Poses taken of the picture at hand. */
  public long poses;

  /** Poses taken of earlier pictures. */
  public long laterPoses;

  /** Close looks at somebody's clothes. */
  public long looks;

  /** Crops kept for poses later. */
  public long crops;

  /** Poses asked of crops that had been overwritten before their turn. */
  public long cropsLost;

  /** Stirs of shelves that the camera sees. */
  public long stirs;

  /** Bodies in which palms were looked for. */
  public long palmLooks;

  /** Palms found there. */
  public long palms;

  /** Wrists of poses that a palm agreed with. */
  public long wristsFused;

  /** Doubtful wrists of poses that a palm elsewhere took the place of. */
  public long wristsReplaced;

  /** Wrists that the pose lacked and a palm told of. */
  public long wristsAdded;

  /** Nothing done yet. */
  public AttentionCounts() {}

  /** Adds another camera's. */
  public void add(AttentionCounts o) {
    pictures += o.pictures;
    searches += o.searches;
    carriedBoxes += o.carriedBoxes;
    poses += o.poses;
    laterPoses += o.laterPoses;
    looks += o.looks;
    crops += o.crops;
    cropsLost += o.cropsLost;
    stirs += o.stirs;
    palmLooks += o.palmLooks;
    palms += o.palms;
    wristsFused += o.wristsFused;
    wristsReplaced += o.wristsReplaced;
    wristsAdded += o.wristsAdded;
  }
}
