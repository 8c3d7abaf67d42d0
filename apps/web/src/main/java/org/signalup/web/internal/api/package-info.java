/** What every resource of {@code /api/v1} has in common: lists by pieces, versions, keys against doubled requests, limits. */
package org.signalup.web.internal.api;
