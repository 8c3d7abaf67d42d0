package org.signalup.lake;

import java.time.Duration;
import java.util.List;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.lake.internal.Following;

/**
 * Takes files as they arrive in a folder and its sub-folders. A file is complete when it has not changed for a moment; those
 * whose name begins with a dot or does not end like a sample file ({@code .part}, {@code .tmp}) are still on their way, and
 * whoever renames them when complete is on the safe side.
 *
 * <p>Each content is taken once, however often the process is killed and started again. A refused file is told, left where
 * it is, and not tried again; nor is a file that was withdrawn. A file of a known name with other content is refused: it
 * may be one that went on growing, and its first half would count twice.
 */
public final class Follower {
    private final Following following;

    Follower(Following following) {
        this.following = following;
    }

    /**
     * How to follow.
     *
     * @param settle how long a file must not have changed
     * @param retry whether files that were refused before are tried again, once
     */
    public record Manners(Duration settle, boolean retry) {}

    /**
     * What one look brought.
     *
     * @param added empty if nothing was complete and new
     * @param refused problems of the files that were refused
     * @param waiting how many files are not complete yet, or could not be taken because somebody else writes
     */
    public record Look(List<Lake.Added> added, List<Problem> refused, int waiting) {
        public Look {
            added = List.copyOf(added);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Looks once and takes what is complete.
     *
     * @throws RefusedException if it is not the files that are wrong but what they are read with
     */
    public Look look() {
        return following.look();
    }
}
