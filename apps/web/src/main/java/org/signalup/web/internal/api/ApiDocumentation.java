package org.signalup.web.internal.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Access;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.Filter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What our handlers have in common and their signatures do not say. */
@Platform
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "problem";
    /** What {@link Filter} is read from. */
    private static final List<String> FILTER =
            List.of("operator", "rat", "scenario", "region", "verdict", "evidence", "q");

    /** What is said of files that are brought. */
    private static final List<String> SAID = List.of("basis", "purpose", "source", "crs", "profile", "note");

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Actor.class, Piece.class, IfMatch.class, Filter.class, Filled.class, OpenEvaluation.class);
    }

    /** Names as the answers have them. */
    @Bean
    ModelResolver modelResolver() {
        return new ModelResolver(
                Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE), new Names());
    }

    /** Many resources have a record Told; each is named after its resource too. */
    private static final class Names extends TypeNameResolver {
        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            String name = super.nameForClass(type, options);
            return type.getEnclosingClass() == null ? name : resource(type.getEnclosingClass()) + name;
        }
    }

    private static String resource(Class<?> type) {
        return type.getSimpleName().replaceFirst("Api$", "");
    }

    @Bean
    OpenAPI signalUpApi() {
        Schema<?> problem = new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail_zh", new StringSchema())
                .addProperty("detail_en", new StringSchema());
        return new OpenAPI()
                .info(new Info()
                        .title("SignalUp 升格")
                        .version("1")
                        .description("JSON 名称与文件合同一致 · names as in the file contracts"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSchemas(PROBLEM, problem)
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    @Bean
    OperationCustomizer commonParts() {
        return (operation, handler) -> {
            String method = handler.getMethod().getName();
            operation.setOperationId(resource(handler.getBeanType())
                    + method.substring(0, 1).toUpperCase(Locale.ROOT)
                    + method.substring(1));
            operation.setDescription(needed(handler));
            takes(
                    handler,
                    Filter.class,
                    operation,
                    FILTER.stream().map(name -> query(name, new StringSchema())).toArray(Parameter[]::new));
            takes(
                    handler,
                    Piece.class,
                    operation,
                    query("limit", new IntegerSchema()),
                    query("after", new StringSchema()));
            takes(
                    handler,
                    Filled.class,
                    operation,
                    SAID.stream().map(name -> query(name, new StringSchema())).toArray(Parameter[]::new));
            takes(handler, OpenEvaluation.class, operation, path("evaluation"));
            takes(handler, IfMatch.class, operation, header("If-Match", true));
            if (handler.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(header(OnceOnly.HEADER, false));
            }
            ApiResponse refusal = new ApiResponse()
                    .description("problem+json")
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
            operation.getResponses().addApiResponse("4XX", refusal);
            return operation;
        };
    }

    private static String needed(HandlerMethod handler) {
        return Access.of(handler).needs().stream()
                .map(Capability::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void takes(HandlerMethod handler, Class<?> type, Operation operation, Parameter... parameters) {
        boolean taken = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == type);
        if (taken) {
            Arrays.stream(parameters).forEach(operation::addParametersItem);
        }
    }

    private static Parameter path(String name) {
        return new Parameter().in("path").name(name).required(true).schema(new StringSchema());
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    private static Parameter header(String name, boolean required) {
        return new Parameter().in("header").name(name).required(required).schema(new StringSchema());
    }
}
