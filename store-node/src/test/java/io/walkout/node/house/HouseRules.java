package io.walkout.node.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the compiled classes must keep to: the table of modules, determinism, one owner per library.
 */
final class HouseRules {
  /** Which modules' packages a module may use, besides its own; the table of the design. */
  static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              "store", List.of(),
              "ingest", List.of("store"),
              "models", List.of("store"),
              "tracker", List.of("store", "ingest", "models"),
              "cart", List.of("store"),
              "billing", List.of("store"),
              "sim", List.of("store", "ingest"),
              "node", List.of("store", "ingest", "models", "tracker", "cart", "billing", "sim")));

  /** Rooms whose code decides what people pay. */
  private static final String[] DECIDERS = {
    "io.walkout.tracker..", "io.walkout.cart..", "io.walkout.billing.."
  };

  private HouseRules() {}

  /** The rule of one module of {@link #MAY_USE}. */
  static ArchRule mayUse(String module) {
    List<String> allowed = new ArrayList<>();
    allowed.add("io.walkout." + module + "..");
    MAY_USE.getOrDefault(module, List.of()).forEach(m -> allowed.add("io.walkout." + m + ".."));
    return noClasses()
        .that()
        .resideInAPackage("io.walkout." + module + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.walkout..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))))
        .because("the table of modules lets " + module + " use only " + allowed)
        .allowEmptyShould(true);
  }

  static final ArchRule STORE_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("io.walkout.store..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.walkout.store..", "java..", "org.jspecify..")
          .because("store-model has no dependencies")
          .allowEmptyShould(true);

  static final ArchRule NOBODY_USES_BENCHMARKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.walkout.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.walkout.bench..")
          .because("benchmarks measure the program; the program never needs them")
          .allowEmptyShould(true);

  static final ArchRule NO_CYCLES =
      slices()
          .assignedFrom(new PackageSlices())
          .should()
          .beFreeOfCycles()
          .because("packages that call each other in a ring are one package")
          .allowEmptyShould(true);

  static final ArchRule FFMPEG_STAYS_IN_VIDEO =
      only(List.of("io.walkout.ingest.video.."), "org.bytedeco..");

  static final ArchRule OPENCV_STAYS_IN_DETECT =
      only(
          List.of("io.walkout.tracker.detect..", "io.walkout.tracker.calibrate.."), "org.opencv..");

  static final ArchRule NETS_STAY_IN_MODELS =
      only(List.of("io.walkout.models.."), "ai.onnxruntime..", "ai.onnx..", "ai.djl..");

  static final ArchRule ONE_CLASS_STARTS_ONNX_RUNTIME =
      noClasses()
          .that()
          .haveNameNotMatching("io\\.walkout\\.models\\.net\\.OnnxEngine(\\$.*)?")
          .should()
          .callMethodWhere(
              describe(
                  "start ONNX Runtime",
                  (JavaMethodCall call) ->
                      call.getTargetOwner().getName().equals("ai.onnxruntime.OrtEnvironment")
                          && call.getName().equals("getEnvironment")))
          .because("whoever starts it first decides what it reports and how it shares threads")
          .allowEmptyShould(true);

  static final ArchRule DECIDERS_READ_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(DECIDERS)
          .should()
          .accessTargetWhere(describe("read a clock", HouseRules::readsClock))
          .because("deciders know event time only; pass the time in")
          .allowEmptyShould(true);

  static final ArchRule DECIDERS_USE_NO_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage(DECIDERS)
          .should()
          .accessTargetWhere(describe("depend on chance", HouseRules::usesChance))
          .because(
              "the same input gives the same receipts; use a seeded generator that is passed in")
          .allowEmptyShould(true);

  static final ArchRule DECIDERS_KNOW_NO_HASH_ORDER =
      noClasses()
          .that()
          .resideInAnyPackage(DECIDERS)
          .should()
          .accessTargetWhere(describe("depend on hash order", HouseRules::usesHashOrder))
          .because(
              "the same input gives the same receipts; collect into sorted or linked collections")
          .allowEmptyShould(true);

  static final ArchRule NO_CONSOLE_OUTSIDE_NODE =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.walkout.node..", "io.walkout.bench..")
          .should()
          .accessTargetWhere(describe("write to the console", HouseRules::writesConsole))
          .because("only the program talks to people; report through return values or SLF4J")
          .allowEmptyShould(true);

  static final ArchRule NO_JUL_OUTSIDE_NODE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.walkout.node..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("logging goes through SLF4J")
          .allowEmptyShould(true);

  private static ArchRule only(List<String> rooms, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .because("only " + rooms + " touch " + String.join(", ", library))
        .allowEmptyShould(true);
  }

  private static boolean readsClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    int arguments = argumentsOf(access);
    return (owner.equals("java.lang.System")
            && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
        || (owner.startsWith("java.time.") && name.equals("now") && arguments == 0)
        || (owner.equals("java.time.Clock")
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.equals("java.util.Date") && name.equals("<init>") && arguments == 0)
        || (owner.equals("java.lang.Thread") && name.equals("sleep"));
  }

  private static boolean usesChance(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    int arguments = argumentsOf(access);
    return (owner.equals("java.lang.Math") && name.equals("random"))
        || owner.equals("java.util.concurrent.ThreadLocalRandom")
        || owner.equals("java.security.SecureRandom")
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals("java.util.Collections") && name.equals("shuffle") && arguments == 1)
        || ((owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom"))
            && name.equals("<init>")
            && arguments == 0)
        || (owner.equals("java.util.random.RandomGenerator")
            && arguments < 1
            && name.startsWith("get"));
  }

  /** Declared types only: {@link HashOrder} looks for what is declared as a plain Map or Set. */
  private static boolean usesHashOrder(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    int arguments = argumentsOf(access);
    boolean hashed =
        Arrays.asList(
                "java.util.HashMap",
                "java.util.HashSet",
                "java.util.IdentityHashMap",
                "java.util.WeakHashMap",
                "java.util.concurrent.ConcurrentHashMap")
            .contains(owner);
    boolean walks =
        Arrays.asList(
                "keySet",
                "values",
                "entrySet",
                "forEach",
                "iterator",
                "stream",
                "removeIf",
                "toArray")
            .contains(name);
    return (hashed && walks)
        || (owner.equals("java.lang.System") && name.equals("identityHashCode"))
        || name.equals("parallelStream")
        || (owner.equals("java.util.stream.Collectors")
            && (name.equals("toSet")
                || (name.equals("toMap") && arguments < 4)
                || (name.equals("groupingBy") && arguments < 3)));
  }

  private static boolean writesConsole(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return (owner.equals("java.lang.System") && (name.equals("out") || name.equals("err")))
        || (owner.equals("java.lang.IO") && name.startsWith("print"))
        || (name.equals("printStackTrace") && argumentsOf(access) == 0);
  }

  private static int argumentsOf(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget t
        ? t.getRawParameterTypes().size()
        : 0;
  }

  /** Every package is a slice of its own. */
  private static final class PackageSlices implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("io.walkout")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
