package org.signalup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntries;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window. Where none is installed the test is skipped with one printed line; with {@code
 * CI_BROWSER=yes} that is a failure.
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!there && !"yes".equals(System.getenv("CI_BROWSER"))) {
            System.out.println("skipped: no Chromium with its driver on this machine (browser tests)");
            Assumptions.abort("no Chromium");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--ignore-gpu-blocklist",
                "--hide-scrollbars",
                "--lang=zh-CN");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "WARNING"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.size(1366, 768);
        return browser;
    }

    ChromeDriver driver() {
        return driver;
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Opens a page of {@link Served}. */
    void visit(String path) {
        driver.get(Served.url() + path);
    }

    /** Signs in as somebody with the town's password, in Chinese; whoever was signed in before is not any more. */
    void signIn(String server, String login) {
        driver.manage().deleteAllCookies();
        driver.get(server + "/sign-in?lang=zh");
        driver.findElement(By.name("login")).sendKeys(login);
        driver.findElement(By.name("password")).sendKeys(Town.PASSWORD);
        driver.findElement(By.cssSelector("form.form button")).click();
        until("location.pathname === '/'");
    }

    /**
     * Does what leads to another page, and waits for it. A mark on the page tells the two apart: to ask an element whether
     * its page is still there fails in more than one way while it goes.
     */
    void leave(Runnable way) {
        driver.executeScript("window.stillHere = true");
        way.run();
        until("!window.stillHere && document.readyState === 'complete'");
    }

    /** Waits until a script says true; what cannot be asked while a page changes is asked again. */
    void until(String script) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage(script)
                .until((WebDriver unused) -> Boolean.TRUE.equals(driver.executeScript("return !!(" + script + ")")));
    }

    /** Keeps a picture below {@code target/screenshots}. */
    void picture(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Warnings and errors of the console since the last call. */
    LogEntries console() {
        return driver.manage().logs().get(LogType.BROWSER);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
