package org.signalup.people;

/** Somebody who proved who they are: by signing in, or by a token. */
public sealed interface Identified permits SignedIn, TokenHolder {
    /** Id of the account. */
    long account();
}
