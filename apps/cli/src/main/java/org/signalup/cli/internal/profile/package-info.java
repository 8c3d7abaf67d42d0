/** {@code signalup profile}: mapping profiles for tables nobody knows yet. */
package org.signalup.cli.internal.profile;
