package org.signalup.intake.internal.row;

import org.signalup.parquet.KnownText;

/** What a word in a cell means for one column. */
record Word(Kind kind, long number, KnownText text, Object thing) {
    enum Kind {
        KNOWN,
        MISSING,
        UNKNOWN,
        /** No network in reach, so no operator to name. */
        NO_OPERATOR
    }

    static final Word NOTHING = new Word(Kind.MISSING, 0, null, null);
    static final Word STRANGE = new Word(Kind.UNKNOWN, 0, null, null);
    static final Word NO_NETWORK = new Word(Kind.NO_OPERATOR, 0, null, null);

    static Word number(long number) {
        return new Word(Kind.KNOWN, number, null, null);
    }

    static Word text(String text) {
        return new Word(Kind.KNOWN, 0, new KnownText(text), null);
    }

    static Word numberAndText(long number, String text) {
        return new Word(Kind.KNOWN, number, text == null ? null : new KnownText(text), null);
    }

    static Word thing(Object thing) {
        return new Word(Kind.KNOWN, 0, null, thing);
    }
}
