/**
 * 实时接入: samples that arrive one message at a time. Kept on disk before they are acknowledged, in the lake a moment later. Starting
 * points: {@link org.signalup.live.Receiver}, {@link org.signalup.live.Inbox}, {@link org.signalup.live.LiveDrain}.
 */
package org.signalup.live;
