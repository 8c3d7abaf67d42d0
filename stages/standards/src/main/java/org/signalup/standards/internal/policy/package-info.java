/** Policy files beside the standards that an overlay replaces as a whole. */
package org.signalup.standards.internal.policy;
