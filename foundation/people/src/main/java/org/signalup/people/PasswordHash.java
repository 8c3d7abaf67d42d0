package org.signalup.people;

/** How passwords are kept: slow to guess, salted. The program that serves brings one along. */
public interface PasswordHash {
    String hash(String password);

    boolean matches(String password, String hash);
}
