// The few words of React and Vue that the bindings use, so that building needs neither; applications bring the real ones.
declare module 'react' {
  export function useEffect(effect: () => void | (() => void), deps?: unknown[]): void;
  export function useRef<T>(initial: T): { current: T };
}
declare module 'vue' {
  export interface InjectionKey<T> extends Symbol {
    readonly of?: T;
  }
  export interface App {
    provide<T>(key: InjectionKey<T>, value: T): void;
    onUnmount(fn: () => void): void;
    config: { globalProperties: Record<string, unknown> };
  }
  export function inject<T>(key: InjectionKey<T>): T | undefined;
}
