/** The filters of crowd samples: which rule of the standard catches which sample. */
package org.signalup.evaluate.internal.filter;
