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
  }
}
