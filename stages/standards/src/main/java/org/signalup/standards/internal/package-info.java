/** How policy files become records: one reader per part, then the checks that need more than one value. */
package org.signalup.standards.internal;
