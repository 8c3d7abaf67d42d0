package org.signalup.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** What a platform has of a device, and where. */
public record Traces(List<InLake> lake, List<InUpload> uploads, List<InMessage> messages) {
    public Traces {
        lake = List.copyOf(lake);
        uploads = List.copyOf(uploads);
        messages = List.copyOf(messages);
    }

    /** Samples of a date that came in one file. */
    public record InLake(LocalDate date, String batch, String file, long rows) {}

    /** A raw file that holds it, and with it whatever else the file holds. */
    public record InUpload(long upload, String file, long bytes) {}

    /** Rows of a live message on its way into the lake. */
    public record InMessage(String batch, long rows) {}

    /** Samples, on their way or in the lake. */
    public long rows() {
        return lake.stream().mapToLong(InLake::rows).sum()
                + messages.stream().mapToLong(InMessage::rows).sum();
    }

    /** Dates of samples of the lake, in order. */
    public List<LocalDate> dates() {
        return List.copyOf(new TreeSet<>(lake.stream().map(InLake::date).toList()));
    }

    public boolean none() {
        return lake.isEmpty() && uploads.isEmpty() && messages.isEmpty();
    }
}
