/** Accounts, organisations, one's own account and tokens. */
package org.signalup.web.internal.account;
