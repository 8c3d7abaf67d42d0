/** What the sections share: results indexed by what they speak of, names for codes, one pass over the bins. */
package org.signalup.publish.internal.facts;
