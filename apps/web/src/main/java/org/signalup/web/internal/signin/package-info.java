/** Signing in, and the first account. */
package org.signalup.web.internal.signin;
