package io.walkout.node.cli;

import io.walkout.ingest.autocheckout.ImportException;
import io.walkout.ingest.mot.MotException;
import io.walkout.ingest.storefile.StoreFileException;
import io.walkout.ingest.video.VideoException;
import io.walkout.models.catalogue.ModelException;
import io.walkout.node.report.UserError;
import io.walkout.tracker.calibrate.CalibrationRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns whatever went wrong into one clear sentence on stderr and the right exit code. */
public final class Errors {
  static final int FAILED = 1;
  static final int UNUSABLE = 2;

  private Errors() {}

  /** Sets the handlers of a command line. */
  public static CommandLine handle(CommandLine line) {
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Errors::wrongUsage)
        .setExecutionExceptionHandler(Errors::failed);
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine at = e.getCommandLine();
    PrintWriter err = at.getErr();
    err.println("walkout: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + at.getCommandSpec().qualifiedName() + " --help'.");
    return UNUSABLE;
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    boolean verbose = line.getCommand() instanceof Verbose v && v.isVerbose();
    line.getErr().println("walkout: " + sentence(e));
    if (verbose) {
      e.printStackTrace(line.getErr());
    } else if (!isInput(e) && !(e instanceof ModelException)) { // which says what to do itself
      line.getErr().println("Run it again with --verbose to see where it happened.");
    }
    return isInput(e) ? UNUSABLE : FAILED;
  }

  /** Whether what was given can't be used; what went wrong while working is a failure. */
  private static boolean isInput(Exception e) {
    return e instanceof UserError
        || e instanceof ImportException
        || e instanceof StoreFileException
        || e instanceof VideoException
        || e instanceof CalibrationRefused
        || e instanceof MotException
        || (e instanceof ModelException m && m.isInput())
        || e instanceof CharacterCodingException
        || e instanceof NoSuchFileException
        || e instanceof NotDirectoryException
        || e instanceof FileAlreadyExistsException;
  }

  private static String sentence(Exception e) {
    return switch (e) {
      case NoSuchFileException n -> n.getFile() + ": no such file or directory";
      case FileAlreadyExistsException f -> f.getFile() + ": exists already";
      case AccessDeniedException d -> d.getFile() + ": permission denied";
      case CharacterCodingException c -> "a file that is to be text (UTF-8) is something else";
      case UncheckedIOException u -> sentence(Objects.requireNonNull(u.getCause()));
      case IOException io -> Objects.requireNonNullElse(io.getMessage(), io.toString());
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
