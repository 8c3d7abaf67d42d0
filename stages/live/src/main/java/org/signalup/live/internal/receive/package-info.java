/** From a message to a batch. */
package org.signalup.live.internal.receive;
