/** 仪表比对: instruments of the register compared by the samples the lake has of them. */
package org.signalup.web.internal.instrument;
