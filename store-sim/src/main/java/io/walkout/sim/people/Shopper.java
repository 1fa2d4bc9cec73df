package io.walkout.sim.people;

import io.walkout.sim.world.Dice;
import io.walkout.sim.world.Unit;
import io.walkout.store.geometry.FloorPoint;
import io.walkout.store.geometry.Vec3;
import io.walkout.store.people.Joint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person in the scene: a place, a body, what is in their hands, and what they do now. Stepped
 * by the {@link Scene}; its activities move it.
 */
public final class Shopper {
  /** Who moves slower than this stands. */
  private static final double STANDING_METRES_PER_SECOND = 0.1;

  private static final double TURN_RADIANS_PER_SECOND = 3.5;

  private final Scene scene;
  private final Plan plan;
  private final Dice dice;
  private final String targetId;
  private final Posture posture;
  private final Appearance appearance;
  private final Feet feet = new Feet(this);
  private final Deque<Activity> todo = new ArrayDeque<>();
  private final Deque<Intent> intents;
  private final Holding holding = new Holding();
  private final Belongings belongings;
  private final Tasks tasks;
  private final int number;
  final double pace;
  double x;
  double y;
  double speedX;
  double speedY;
  private double heading;
  private @Nullable FloorPoint spot;
  private boolean steered;
  private @Nullable Pushed pushed;
  private Moment.@Nullable Part agreement;
  private State state = State.AWAITED;
  private double cameSeconds = Double.NaN;
  private double enteredSeconds = Double.NaN;
  private double leftSeconds = Double.NaN;

  private enum State {
    AWAITED,
    AT_ENTRY,
    INSIDE,
    GONE
  }

  /**
   * Somebody who will come.
   *
   * @param number of the plan in the scene
   * @param looks dice that how they look is drawn from; equal dice make people who look alike
   */
  Shopper(Scene scene, int number, Plan plan, Dice dice, Dice looks) {
    this.scene = scene;
    this.number = number;
    this.plan = plan;
    this.dice = dice;
    targetId = Long.toUnsignedString(dice.bits());
    double height = plan.traits().heightMetres();
    BodyShape shape = Double.isNaN(height) ? BodyShape.adult(dice) : BodyShape.ofHeight(height);
    Body body = new Body(shape);
    appearance = Appearance.draw(looks);
    belongings = new Belongings(this);
    pace = dice.between(0.85, 1.35) * shape.paceShare();
    posture = new Posture(body, looks.between(0, 1000));
    intents = new ArrayDeque<>(plan.intents());
    tasks = new Tasks(this);
  }

  void step(double seconds, double step) {
    if (state == State.GONE || (state == State.AWAITED && !scene.mayCome(plan, seconds))) {
      return;
    }
    if (state == State.AWAITED) {
      if (scene.isTaken(scene.shop().wayIn().outside())) {
        return;
      }
      cameSeconds = seconds;
      tasks.comeIn(todo);
      state = State.AT_ENTRY;
    }
    posture.remember();
    Activity now = todo.peek();
    if (now == null) {
      Intent next = intents.poll();
      if (next == null) {
        tasks.goOut(todo);
      } else {
        tasks.add(next, todo, seconds);
      }
    } else if (now.step(seconds, step)) {
      todo.remove();
    }
    if (!steered) {
      feet.comeToRest(posture.isIdle() && state == State.INSIDE, step);
    }
    steered = false;
    if (posture.walk(speed(), step)) {
      scene.shelves().footstep(x, y);
    }
    if (pushed != null) {
      pushed.step(this, step);
    }
    posture.ease(
        seconds,
        step,
        inHand(true) != null,
        inHand(false) != null,
        pushed != null,
        speed() < STANDING_METRES_PER_SECOND);
    pose(0.18 * Math.min(1, speed()));
  }

  private void pose(double swing) {
    posture.pose(x, y, heading, swing);
  }

  /** An activity has moved them in this step. */
  void steered() {
    steered = true;
  }

  Feet feet() {
    return feet;
  }

  double speed() {
    return StrictMath.hypot(speedX, speedY);
  }

  /** The identity that the external tracker gives them: an unsigned 64-bit number as text. */
  public String targetId() {
    return targetId;
  }

  /** What they will do. */
  public Plan plan() {
    return plan;
  }

  /** Whether an external tracker could see them now: between the doors. */
  public boolean isInside() {
    return state == State.INSIDE;
  }

  /** Whether a camera could see them now: in the shop or in one of its doors. */
  public boolean isVisible() {
    return state == State.INSIDE || state == State.AT_ENTRY;
  }

  /** How they look. */
  public Appearance appearance() {
    return appearance;
  }

  /** Their height, standing upright, metres. */
  public double heightMetres() {
    return posture.body().height;
  }

  /** Where they face, radians from the x axis, counter-clockwise. */
  public double heading() {
    return heading;
  }

  /**
   * What a hand holds in plain sight, or null.
   *
   * @param left which hand
   */
  public @Nullable Unit inHand(boolean left) {
    return holding.inHand(left);
  }

  /** Whether they have left. */
  public boolean isGone() {
    return state == State.GONE;
  }

  /** Units in their hands, bags and pockets. */
  public List<Unit> units() {
    return holding.all().stream().map(Holding.Held::unit).toList();
  }

  /** How many units they have with them. */
  public int unitCount() {
    return holding.size();
  }

  /** When they stood before the entry door; not a number before. */
  double cameSeconds() {
    return cameSeconds;
  }

  /** When they came in, simulation time; not a number before. */
  public double enteredSeconds() {
    return enteredSeconds;
  }

  /** When they left, simulation time; not a number before. */
  public double leftSeconds() {
    return leftSeconds;
  }

  /** Where their middle is on the floor. */
  public FloorPoint at() {
    return new FloorPoint(x, y);
  }

  /**
   * One coordinate of a joint, between the last step and the one before.
   *
   * @param share 0 for the step before, 1 for the last one
   * @param axis 0, 1, 2 for x, y, z
   */
  public double joint(Joint joint, int axis, double share) {
    return joint(BodyJoint.of(joint), axis, share);
  }

  /** As {@link #joint(Joint, int, double)}, for every joint of the body. */
  public double joint(BodyJoint joint, int axis, double share) {
    return posture.joint(joint, axis, share);
  }

  /**
   * Where a hand grips, between the last step and the one before: what it holds is there.
   *
   * @param left which hand
   * @param axis 0, 1, 2 for x, y, z
   * @param share 0 for the step before, 1 for the last one
   */
  public double grip(boolean left, int axis, double share) {
    return posture.grip(left, axis, share);
  }

  /** Whether a wrist is at or in a shelf now, where cameras lose it. */
  public boolean isReaching() {
    return posture.isInShelf();
  }

  /** The way to somewhere, as it is best begun now. */
  Activity way(FloorPoint to) {
    return tasks.way(to);
  }

  /** Tells the scene what they do. */
  void did(Act.Kind kind, double seconds, List<Unit> units, int facing, Vec3 place) {
    scene.did(new Act(kind, seconds, targetId, "", units, facing, 0, place));
  }

  /** What they mean to do after what they do now; null for to leave. */
  @Nullable Intent nextIntent() {
    return intents.peek();
  }

  /** What a hand does next at a shelf, it does at an agreed moment. */
  void agree(Moment.Part part) {
    agreement = part;
  }

  /** The moment that the next thing a hand does was agreed for; null if for none. Asked once. */
  Moment.@Nullable Part agreement() {
    Moment.Part part = agreement;
    agreement = null;
    return part;
  }

  Scene scene() {
    return scene;
  }

  Dice dice() {
    return dice;
  }

  Holding holding() {
    return holding;
  }

  Belongings belongings() {
    return belongings;
  }

  /** The number of their plan in the scene. */
  int number() {
    return number;
  }

  void appear(FloorPoint at, double towards) {
    x = at.x();
    y = at.y();
    heading = towards;
    pose(0);
  }

  void entered(double seconds) {
    state = State.INSIDE;
    enteredSeconds = seconds;
  }

  void left(double seconds) {
    state = State.GONE;
    leftSeconds = seconds;
    spot = null;
    holding.leave(scene.stock(), plan.isStaff());
  }

  /** Turns towards a heading; true once it looks there. */
  boolean turnTo(double wanted, double step) {
    double off = Math.IEEEremainder(wanted - heading, 2 * Math.PI);
    double most = TURN_RADIANS_PER_SECOND * step;
    heading += Math.clamp(off, -most, most);
    return Math.abs(off) < 0.15;
  }

  /** Whether the left hand is the one to reach there with: the nearer one, mostly. */
  boolean prefersLeft(Vec3 grip) {
    double side =
        StrictMath.cos(heading) * (grip.y() - y) - StrictMath.sin(heading) * (grip.x() - x);
    return side > 0 == dice.chance(0.85);
  }

  /**
   * The arm that a reach means gets so far with it; the other one goes on as it does.
   *
   * @param share how far, 0 to 1
   * @param into whether the hand goes into a shelf, where cameras lose it
   */
  void reach(Body.Reach to, double share, boolean into) {
    posture.reach(to, share, into);
  }

  /** One arm comes to rest. */
  void reachNothing(boolean left) {
    posture.rest(left);
  }

  /** Where a spot of their body is for one of their hands. */
  Vec3 spot(Body.Spot spot, boolean left) {
    return posture.body().spot(x, y, heading, spot, left);
  }

  /** Plans a reach with one hand. */
  Body.Reach planReach(Vec3 grip, boolean left) {
    return posture.body().plan(x, y, heading, grip, left);
  }

  /** What they push before them, or null. */
  @Nullable Pushed pushed() {
    return pushed;
  }

  /** Begins to push something; null lets go of it, and it is gone. */
  void push(@Nullable Pushed thing) {
    pushed = thing;
    if (thing != null) {
      thing.place(this);
    }
  }

  void hold(@Nullable FloorPoint place) {
    spot = place;
  }

  boolean holdsSpot() {
    return spot != null;
  }

  FloorPoint spot() {
    return spot == null ? at() : spot;
  }
}
