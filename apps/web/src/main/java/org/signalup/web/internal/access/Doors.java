package org.signalup.web.internal.access;

import jakarta.servlet.DispatcherType;
import org.signalup.people.Tokens;
import org.signalup.web.internal.site.Callers;
import org.signalup.web.internal.site.SiteData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The two doors of the platform: pages for people, with a session and a form to sign in by; the addresses of programs ({@link Callers}), with a
 * token and no memory. What a handler then asks is {@link AccessCheck}'s part.
 */
@Platform
@Configuration(proxyBeanMethods = false)
class Doors {
    /** What is answered without signing in; everything else is not. */
    static final String[] PUBLIC = {
        "/sign-in",
        "/first",
        "/join",
        "/error",
        "/tokens.css",
        "/icon.svg",
        "/*.css",
        "/*.js",
        "/map/*.js",
        "/map/*.css",
        "/vendor/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens) {
        http.securityMatcher(Callers.programs())
                .csrf(csrf -> csrf.disable()) // nothing a browser sends by itself is believed here
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(tokens), AnonymousAuthenticationFilter.class)
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(Callers.RMBT + "/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(ApiRefusals::unknown)
                        .accessDeniedHandler(ApiRefusals::denied));
        headers(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SignInResults results, ObjectProvider<OidcDoor> provider) {
        http.authorizeHttpRequests(requests -> requests
                        // A refusal is forwarded to the page that says it in words; what was begun was let in before.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SignInResults.PAGE)
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(results::signedIn)
                        .failureHandler(results::failed))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SignInResults.PAGE + "?out"))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(SignInResults::askToSignIn)
                        .accessDeniedHandler(SignInResults::denied));
        provider.ifAvailable(door -> door.open(http));
        headers(http);
        return http.build();
    }

    private static void headers(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(SiteData.POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(Customizer.withDefaults()));
    }
}
