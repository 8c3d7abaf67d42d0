/**
 * The pages: Spring MVC over finished evaluations, read-only. {@link org.signalup.web.WebServer} is the only door; below {@code
 * internal} one package a feature, its templates in the folder of the same name.
 */
package org.signalup.web;
