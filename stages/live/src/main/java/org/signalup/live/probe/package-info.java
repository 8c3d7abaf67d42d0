/** 定点监测探针: instruments that stay somewhere and measure by themselves. Starting point: {@link org.signalup.live.probe.Probes}. */
package org.signalup.live.probe;
